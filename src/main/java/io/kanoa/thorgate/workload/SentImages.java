package io.kanoa.thorgate.workload;

/**
 * The images that went with one request of a row that sends images.
 *
 * @param scheduledNanos when the request was due, as in its timeline
 * @param count of them; 0 where it was one of text alone
 * @param width of each, in pixels
 * @param height of each, in pixels
 * @param fileBytes of all their files
 * @param tokens that the server counts for so many of this size, by a probe; 0 where there are none
 */
public record SentImages(long scheduledNanos, int count, int width, int height, long fileBytes, int tokens) {}
