package io.kanoa.thorgate.telemetry.tool;

import io.kanoa.thorgate.fuzz.Seeds;
import java.util.List;
import java.util.stream.Collectors;

/** What nvidia-smi prints of GPUs. */
public final class NvidiaSmiTarget extends ToolTarget {

    private static final int LINES = 8;

    public NvidiaSmiTarget() {
        super(NvidiaSmiParser::new);
    }

    @Override
    public String name() {
        return "nvidia-smi";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(head("nvidia-smi/h100-query-lms100.csv"), head("nvidia-smi/h100-idle.csv"));
    }

    private static String head(String capture) {
        return Captures.lines(capture).stream().limit(LINES).collect(Collectors.joining("\n"));
    }
}
