package io.kanoa.thorgate.plan;

import java.util.Optional;

/**
 * A row of the plan that a profile does not run, and why. It is never counted as passed.
 *
 * @param toRun the command with which it would be run, where only this machine lacks what it needs: an optional row; empty where
 *     the profile never runs it
 */
public record OutsideRow(String id, String scenario, String reason, Optional<String> toRun) {

    /** One that the profile never runs. */
    public OutsideRow(String id, String scenario, String reason) {
        this(id, scenario, reason, Optional.empty());
    }

    public boolean isOptional() {
        return toRun.isPresent();
    }
}
