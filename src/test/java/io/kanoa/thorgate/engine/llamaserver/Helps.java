package io.kanoa.thorgate.engine.llamaserver;

import java.util.List;

/** A few lines as llama-server prints them for {@code --help}, by builds of different age. */
final class Helps {

    /** Build 11434 (2026). */
    static final List<String> NEWER = List.of(
            "----- common params -----",
            "-h,    --help, --usage                  print usage and exit",
            "-t,    --threads N                      number of CPU threads to use during generation (default: -1)",
            "-c,    --ctx-size N                     size of the prompt context (default: 0, 0 = loaded from model)",
            "--mmap, --no-mmap                       DEPRECATED in favor of `--load-mode`: whether to memory-map model. (if",
            "                                        mmap disabled, slower load but may reduce pageouts if not using mlock)",
            "-lm,   --load-mode MODE                 model loading mode (default: auto)",
            "-hf,   -hfr, --hf-repo <user>/<model>[:quant]",
            "--log-timestamps, --no-log-timestamps   Enable timestamps in log messages",
            "-ctxcp, --ctx-checkpoints, --swa-checkpoints N",
            "-cram, --cache-ram N                    set the maximum cache size in MiB (default: 8192, -1 - no limit, 0 -",
            "-np,   --parallel N                     number of server slots (default: -1, -1 = auto)",
            "--port PORT                             port to listen (default: 8080)",
            "--metrics                               enable prometheus compatible metrics endpoint (default: disabled)",
            "--jinja, --no-jinja                     whether to use jinja template engine for chat (default: enabled)");

    /** A build of 2024. */
    static final List<String> OLDER = List.of(
            "-t,    --threads N                      number of threads to use during generation (default: -1)",
            "-c,    --ctx-size N                     size of the prompt context (default: 4096, 0 = loaded from model)",
            "--no-mmap                               do not memory-map model (slower load but may reduce pageouts if not",
            "-np,   --parallel N                     number of parallel sequences to decode (default: 1)",
            "--port PORT                             port to listen (default: 8080)",
            "--metrics                               enable prometheus compatible metrics endpoint (default: disabled)");

    private Helps() {}
}
