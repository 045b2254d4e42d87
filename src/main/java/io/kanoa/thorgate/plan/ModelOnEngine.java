package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the plan says of a model on one engine.
 *
 * @param name what the engine knows it by: repository, folder, file or tag; empty means the model's source
 * @param arguments appended to the engine's command line for this model, after the engine's own
 * @param context most tokens of prompt and answer that the engine is started with; empty means what the rows need
 * @param chat whether it is asked through a chat template; otherwise its prompt is plain text
 */
public record ModelOnEngine(Optional<String> name, List<String> arguments, OptionalInt context, boolean chat) {

    /** Nothing of its own. */
    public static final ModelOnEngine PLAIN = new ModelOnEngine(Optional.empty(), List.of(), OptionalInt.empty(), true);

    public ModelOnEngine {
        arguments = List.copyOf(arguments);
    }
}
