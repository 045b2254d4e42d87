package io.kanoa.thorgate.engine.server;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why an engine did not start, as its log tells. In the order of precedence: what explains more comes first. The signs are words of
 * llama-server, vLLM, Ollama, PyTorch, CUDA, the container tools and the C library; those that healthy engines print as well are
 * left out, e.g. vLLM's note that it tries the next port.
 */
public enum StartFailure {
    PORT_TAKEN(
            "(?i)address already in use|couldn't bind|port \\d+ is (already )?in use(?!, trying)",
            "its port is taken; end what listens there, or leave the port to us"),
    DRIVER(
            "(?i)CUDA driver version is insufficient|no CUDA-capable device|NVIDIA driver on your system is too old"
                    + "|Failed to infer device type|could not select device driver|unknown (or invalid )?runtime"
                    + "|unresolvable CDI devices",
            "it found no GPU driver that it can use; check nvidia-smi, and the container runtime if it runs in one"),
    OUT_OF_MEMORY(
            "(?i)out of memory|OutOfMemoryError|cannot allocate memory|can't allocate memory|failed to allocate"
                    + "|unable to allocate|std::bad_alloc|Free memory on device.{0,200} is less than|No available memory for the cache"
                    + "|requires more system memory|larger than the (maximum number of tokens|available)"
                    + "|KV cache is needed, which is larger|insufficient memory",
            "there was not enough memory; give it a smaller model or context, end what else holds memory, and drop the page"
                    + " cache (sync; echo 3 > /proc/sys/vm/drop_caches) where it counts as used"),
    UNSUPPORTED_FORMAT(
            "(?i)unknown (model )?architecture|are not supported for now|does not recognize this architecture"
                    + "|unsupported.{0,200}(architecture|quantization|format)|Unknown quantization method|invalid (ggml )?type"
                    + "|unknown (ggml )?type|unsupported model",
            "it does not know this model's architecture or format; take a newer engine or another format of the model"),
    DAMAGED_FILE(
            "(?i)invalid magic|file is corrupted or incomplete|not within (the )?file bounds|tensor .{0,200} out of bounds"
                    + "|failed to read (magic|header|key-value|tensor)|unexpected end of file|unexpected EOF"
                    + "|SafetensorError",
            "the model's file is damaged or not whole, or is no model; fetch it again and compare its size and checksum"),
    ARGUMENT_REFUSED(
            "(?i)is not supported on (the )?current platform|unrecognized arguments|error: invalid argument: ",
            "it refuses one of its arguments here, named in its log; take that out of the plan, or take another build"),
    MODEL_MISSING(
            "(?i)(?<!shared object file: )no such file or directory(?!: '?nvidia)|failed to open GGUF|not a local folder"
                    + "|Repository Not Found|RepositoryNotFoundError|is not a valid model identifier|pull model manifest"
                    + "|model .{0,200} not found|Can't load the configuration|We couldn't connect to"
                    + "|failed to download model",
            "it did not find the model; check the name or path, and whether it has been downloaded"),
    WRONG_PROCESSOR(
            "(?i)illegal instruction|exit code 132\\b",
            "it was built for another processor (illegal instruction); take a build for this machine"),
    CRASHED(
            "(?i)segmentation fault|exit code 139\\b",
            "it crashed (segmentation fault); take another build of it, and tell its makers"),
    KILLED(
            "exit code 137\\b",
            "something killed it, most often the kernel for want of memory (see dmesg); end what else holds memory, or"
                    + " give it a smaller model or context");

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
