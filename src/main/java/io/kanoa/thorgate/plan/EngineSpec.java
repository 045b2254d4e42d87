package io.kanoa.thorgate.plan;

import io.kanoa.thorgate.secret.ApiKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine as the plan names it.
 *
 * @param id its key in the plan
 * @param driver which driver of ours speaks to it, e.g. {@code vllm}
 * @param arguments appended to its command line, one element an argument; never a shell string
 * @param environment variables set for it besides our own; may hold secrets, so they are never shown
 * @param launch how it comes to life
 * @param apiKey that it wants to be shown, if it wants one
 */
public record EngineSpec(
        String id,
        String driver,
        List<String> arguments,
        Map<String, String> environment,
        Launch launch,
        Optional<ApiKey> apiKey) {

    public EngineSpec {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** An engine that wants no key. */
    public EngineSpec(
            String id, String driver, List<String> arguments, Map<String, String> environment, Launch launch) {
        this(id, driver, arguments, environment, launch, Optional.empty());
    }

    /** An engine that is run as the driver usually does. */
    public EngineSpec(String id, String driver, List<String> arguments) {
        this(id, driver, arguments, Map.of(), new Launch.Program(Optional.empty()));
    }

    /** Its id alone: the environment may hold secrets. */
    @Override
    public String toString() {
        return id;
    }
}
