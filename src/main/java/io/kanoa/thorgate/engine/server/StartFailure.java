package io.kanoa.thorgate.engine.server;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why an engine did not start, as its log tells. In the order of precedence: what explains more comes first. */
public enum StartFailure {
    PORT_TAKEN(
            "(?i)address already in use|couldn't bind|bind.*failed|port .* is (already )?in use",
            "its port is taken; end what listens there, or leave the port to us"),
    DRIVER(
            "(?i)CUDA driver version is insufficient|no CUDA-capable device|NVIDIA driver on your system is too old"
                    + "|Failed to infer device type|could not select device driver|unknown runtime",
            "it found no GPU driver that it can use; check nvidia-smi, and the container runtime if it runs in one"),
    OUT_OF_MEMORY(
            "(?i)out of memory|OutOfMemoryError|cannot allocate memory|failed to allocate|unable to allocate"
                    + "|Free memory on device|No available memory for the cache blocks|requires more system memory"
                    + "|larger than the (maximum|available)",
            "there was not enough memory; give it a smaller model or context, end what else holds memory, and drop the page"
                    + " cache (sync; echo 3 > /proc/sys/vm/drop_caches) where it counts as used"),
    UNSUPPORTED_FORMAT(
            "(?i)unknown (model )?architecture|are not supported for now|unsupported.*(architecture|quantization|format)"
                    + "|Unknown quantization method|invalid magic|unknown (ggml )?type",
            "it does not know this model's architecture or format; take a newer engine or another format of the model"),
    MODEL_MISSING(
            "(?i)no such file or directory|failed to open|not a local folder|Repository Not Found|is not a valid (JSON|model)"
                    + "|pull model manifest|model .* not found|Can't load the configuration|We couldn't connect to",
            "it did not find the model; check the name or path, and whether it has been downloaded");

    private final Pattern sign;
    private final String advice;

    StartFailure(String sign, String advice) {
        this.sign = Pattern.compile(sign);
        this.advice = advice;
    }

    /** What happened and what to do. */
    public String advice() {
        return advice;
    }

    /** The failure that a log tells of; empty where it tells of none that is known. */
    public static Optional<StartFailure> in(List<String> log) {
        for (StartFailure failure : values()) {
            if (log.stream().anyMatch(line -> failure.sign.matcher(line).find())) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }
}
