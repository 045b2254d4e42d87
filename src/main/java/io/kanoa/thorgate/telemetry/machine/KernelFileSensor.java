package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.MAJOR_FAULTS_COUNT;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_AVAILABLE_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_FREE_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_TOTAL_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.OOM_KILLS_COUNT;
import static io.kanoa.thorgate.telemetry.SampleChannels.SWAPPED_IN_PAGES;
import static io.kanoa.thorgate.telemetry.SampleChannels.SWAPPED_OUT_PAGES;
import static io.kanoa.thorgate.telemetry.SampleChannels.SWAP_USED_BYTES;

import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.Sensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Figures of one of the kernel's files that name one number a line. */
final class KernelFileSensor implements Sensor {

    private static final double KIB = 1024;

    private final String name;
    private final Path file;
    private final KernelTable table;
    private final Function<KernelTable, Readings> channels;

    private KernelFileSensor(String name, Path file, KernelTable table, Function<KernelTable, Readings> channels) {
        this.name = name;
        this.file = file;
        this.table = table;
        this.channels = channels;
    }

    /** Memory and swap of the machine from {@code /proc/meminfo}, whose kB are 1024 bytes. */
    static Detection meminfo(Path root) {
        Path file = root.resolve("proc/meminfo");
        KernelTable table = new KernelTable("MemTotal:", "MemAvailable:", "MemFree:", "SwapTotal:", "SwapFree:");
        return Detection.ofReading(
                new KernelFileSensor("meminfo", file, table, KernelFileSensor::memory),
                "no memory sensor: " + file + " gives no figures");
    }

    /** Signs of too little memory, counted since boot in {@code /proc/vmstat}. */
    static Detection vmstat(Path root) {
        Path file = root.resolve("proc/vmstat");
        KernelTable table = new KernelTable("pswpin ", "pswpout ", "pgmajfault ", "oom_kill ");
        return Detection.ofReading(
                new KernelFileSensor("vmstat", file, table, KernelFileSensor::pressure),
                "no sensor of swapping: " + file + " gives no figures");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Double> read() {
        try {
            table.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return channels.apply(table).map();
    }

    private static Readings memory(KernelTable table) {
        return new Readings()
                .scaled(MEMORY_TOTAL_BYTES, table.value(0), KIB)
                .scaled(MEMORY_AVAILABLE_BYTES, table.value(1), KIB)
                .scaled(MEMORY_FREE_BYTES, table.value(2), KIB)
                .scaled(SWAP_USED_BYTES, swapUsed(table.value(3), table.value(4)), KIB);
    }

    private static Readings pressure(KernelTable table) {
        return new Readings()
                .scaled(SWAPPED_IN_PAGES, table.value(0), 1)
                .scaled(SWAPPED_OUT_PAGES, table.value(1), 1)
                .scaled(MAJOR_FAULTS_COUNT, table.value(2), 1)
                .scaled(OOM_KILLS_COUNT, table.value(3), 1);
    }

    private static long swapUsed(long total, long free) {
        return total < 0 || free < 0 || free > total ? TextFile.ABSENT : total - free;
    }
}
