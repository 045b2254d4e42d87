package io.kanoa.thorgate.telemetry;

import io.kanoa.thorgate.secret.Secrets;
import java.util.Map;
import java.util.TreeMap;

/** How often each sensor failed, and how it failed last. */
final class SensorFailures {

    private final Map<String, Failure> failures = new TreeMap<>();

    synchronized void note(String sensor, Throwable problem) {
        failures.merge(
                sensor,
                new Failure(1, Secrets.ofThisProcess().hide(problem.toString())),
                (old, latest) -> latest.after(old));
    }

    synchronized Map<String, String> bySensor() {
        Map<String, String> texts = new TreeMap<>();
        failures.forEach((sensor, failure) -> texts.put(sensor, failure.text()));
        return texts;
    }

    private record Failure(long count, String problem) {

        Failure after(Failure old) {
            return new Failure(old.count + 1, problem);
        }

        String text() {
            return count == 1 ? "failed once: " + problem : "failed " + count + " times, last: " + problem;
        }
    }
}
