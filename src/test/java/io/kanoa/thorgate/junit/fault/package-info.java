/**
 * Faults that are injected for real into a whole gate, and what must come of each. Every test carries its {@link
 * io.kanoa.thorgate.junit.fault.Fault} as data: what it asserts and what {@code src/docs/faults.md} says are one and the same.
 */
package io.kanoa.thorgate.junit.fault;
