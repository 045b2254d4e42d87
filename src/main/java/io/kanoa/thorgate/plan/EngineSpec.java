package io.kanoa.thorgate.plan;

import java.util.List;

/**
 * An engine as the plan names it.
 *
 * @param id its key in the plan
 * @param driver which driver of ours speaks to it: {@code embedded}, {@code vllm}, {@code ollama}
 * @param arguments appended to its command line, one element an argument; never a shell string
 */
public record EngineSpec(String id, String driver, List<String> arguments) {}
