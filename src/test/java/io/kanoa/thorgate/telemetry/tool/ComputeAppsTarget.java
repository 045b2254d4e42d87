package io.kanoa.thorgate.telemetry.tool;

import io.kanoa.thorgate.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** What nvidia-smi prints of processes. */
public final class ComputeAppsTarget extends ToolTarget {

    private static final String HEADER = "gpu_uuid, pid, used_gpu_memory [MiB]\n";

    public ComputeAppsTarget() {
        super(ComputeAppsParser::new);
    }

    @Override
    public String name() {
        return "compute-apps";
    }

    @Override
    boolean mayBeUntold() {
        return true;
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                new String(Seeds.resource("telemetry/nvidia-smi/h100-compute-apps.csv"), StandardCharsets.UTF_8),
                HEADER + "GPU-1, 7, 100 MiB\nGPU-2, 7, 50 MiB\nGPU-1, 8, [N/A]\nGPU-1, 7, 90 MiB\n");
    }

    @Override
    public List<Supplier<byte[]>> hostile() {
        return List.of(ComputeAppsTarget::everNewProcesses);
    }

    private static byte[] everNewProcesses() {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int i = 1; lines.length() < 1 << 20; i++) {
            lines.append("G, ").append(i).append(", 1 MiB\n");
        }
        return Seeds.of(lines.toString()).get(0);
    }
}
