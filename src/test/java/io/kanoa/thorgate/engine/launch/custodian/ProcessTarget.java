package io.kanoa.thorgate.engine.launch.custodian;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What is said of processes: the kernel's line of one, and whose it is. Nothing is declared. */
public final class ProcessTarget implements Target {

    @Override
    public String name() {
        return "process";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "7 (a (b) c) S 1 1 1 0 -1 4194560 0 0 0 0 12 34 7 9 20 0 3 0 5678 4096 100 0\n",
                "12:345:somebody:3f0c-1.4026531836");
    }

    @Override
    public boolean accepts(byte[] input) {
        Optional<ProcessEntry> entry = ProcessEntry.parse(7, new String(input, StandardCharsets.ISO_8859_1));
        String text = new String(input, StandardCharsets.UTF_8);
        Owner.parse(text)
                .ifPresent(owner -> assertThat(Owner.parse(owner.toString())).contains(owner));
        return entry.isPresent();
    }
}
