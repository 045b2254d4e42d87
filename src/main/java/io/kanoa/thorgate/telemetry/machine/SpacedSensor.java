package io.kanoa.thorgate.telemetry.machine;

import io.kanoa.thorgate.telemetry.Sensor;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/** A sensor that is read more rarely than it is asked, because what it tells moves slowly or is coarse. */
final class SpacedSensor implements Sensor {

    private final Sensor sensor;
    private final Duration rest;
    private final LongSupplier nanoTime;
    private long dueNanos;

    /** @param rest from one reading until the next, at least; what is asked for in between gives nothing */
    SpacedSensor(Sensor sensor, Duration rest, LongSupplier nanoTime) {
        this.sensor = sensor;
        this.rest = rest;
        this.nanoTime = nanoTime;
        this.dueNanos = nanoTime.getAsLong();
    }

    @Override
    public String name() {
        return sensor.name();
    }

    @Override
    public Map<String, Double> read() {
        long now = nanoTime.getAsLong();
        if (now - dueNanos < 0) {
            return Map.of();
        }
        dueNanos = now + rest.toNanos();
        return sensor.read();
    }

    @Override
    public Duration rest() {
        return rest.compareTo(sensor.rest()) > 0 ? rest : sensor.rest();
    }

    @Override
    public void close() {
        sensor.close();
    }
}
