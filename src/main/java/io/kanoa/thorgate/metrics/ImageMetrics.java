package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.workload.SentImages;

/** What images cost. */
final class ImageMetrics {

    private ImageMetrics() {}

    /** Of each request that had images. */
    static Observations tokens(Evidence evidence) {
        double[] tokens = evidence.images().stream()
                .filter(sent -> sent.count() > 0)
                .mapToDouble(SentImages::tokens)
                .toArray();
        return tokens.length == 0 ? new Missing("no request had an image") : new PerRequest(tokens);
    }
}
