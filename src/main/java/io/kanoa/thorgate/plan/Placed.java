package io.kanoa.thorgate.plan;

/** A value with the place that it was read from, for problems that only show later. */
record Placed<T>(T value, Cursor at) {}
