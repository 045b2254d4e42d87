package io.kanoa.thorgate.report.view;

/**
 * What one channel of the sensors read over a row, in order.
 *
 * @param seconds since the row's first reading
 * @param values in the unit that ends the channel's name
 */
public record Readings(double[] seconds, double[] values) {}
