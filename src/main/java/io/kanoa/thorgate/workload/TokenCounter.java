package io.kanoa.thorgate.workload;

/** Says how many tokens a served model makes of a text. */
@FunctionalInterface
public interface TokenCounter {

    /**
     * @return tokens of {@code text} alone, without what a chat template adds
     * @throws WorkloadException if the server cannot say
     */
    int count(String text);
}
