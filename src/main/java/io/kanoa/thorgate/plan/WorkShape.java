package io.kanoa.thorgate.plan;

import java.util.List;

/**
 * What sets a row's questions apart from plain text of its context's length.
 *
 * @param workload the role's work that it stands for, e.g. {@code coding}; empty where it stands for none
 * @param roles whose candidates that work is for; empty where it stands for none
 * @param reasons whether the work is for models that reason before they answer
 * @param images beside the text
 */
public record WorkShape(String workload, List<String> roles, boolean reasons, Images images) {

    /** Plain text, no role's work. */
    public static final WorkShape PLAIN = new WorkShape("", List.of(), false, Images.NONE);

    public WorkShape {
        roles = List.copyOf(roles);
    }
}
