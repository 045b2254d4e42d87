package io.kanoa.thorgate.telemetry.tool;

import io.kanoa.thorgate.fuzz.Seeds;
import java.util.List;
import java.util.function.Supplier;

/** Lines of tegrastats. */
public final class TegrastatsTarget extends ToolTarget {

    private static final int LONG_LINE = 10_000;

    public TegrastatsTarget() {
        super(TegrastatsParser::new);
    }

    @Override
    public String name() {
        return "tegrastats";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.resources(
                "telemetry/tegrastats/orin-jp6.txt",
                "telemetry/tegrastats/thor-r38.4-full.txt",
                "telemetry/tegrastats/thor-r39.2-load.txt");
    }

    @Override
    public List<Supplier<byte[]>> hostile() {
        return List.of(
                () -> line("GR3D_FREQ 5%@[1" + ",1".repeat(LONG_LINE) + "]"),
                () -> line("CPU [" + "1%@1,".repeat(LONG_LINE)),
                () -> line(" A@1C".repeat(LONG_LINE)),
                () -> line(" A 1mW".repeat(LONG_LINE)),
                TegrastatsTarget::everNewRails);
    }

    private static byte[] everNewRails() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; lines.length() < 1 << 20; i++) {
            lines.append(" A").append(i).append(" 1mW").append(i % 100 == 99 ? "\n" : "");
        }
        return line(lines.toString());
    }

    private static byte[] line(String text) {
        return Seeds.of(text + "\n").get(0);
    }
}
