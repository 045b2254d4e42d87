package io.kanoa.thorgate.workload;

/** Makes prompts of a given length. */
@FunctionalInterface
interface Prompts {

    /**
     * A text that the server counts as {@code tokens}, its template included.
     *
     * @param salt prompts of different salts are different from their first word on, as far as there are words
     * @throws WorkloadException if no such text is found
     */
    String of(int tokens, long salt);
}
