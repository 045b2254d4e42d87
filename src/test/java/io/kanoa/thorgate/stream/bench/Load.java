package io.kanoa.thorgate.stream.bench;

/**
 * What is asked of both sides.
 *
 * @param streams lanes at the same time
 * @param tokens in each answer
 * @param requests one after another, per lane and round
 * @param rounds of each side, alternating
 */
record Load(String name, int streams, Pace pace, int tokens, int requests, int rounds) {}
