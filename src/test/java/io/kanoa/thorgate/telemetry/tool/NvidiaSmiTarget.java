package io.kanoa.thorgate.telemetry.tool;

import io.kanoa.thorgate.fuzz.Seeds;
import java.util.List;

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
        return String.join(
                "\n", Captures.lines(capture).stream().limit(LINES).toList().toArray(String[]::new));
    }
}
