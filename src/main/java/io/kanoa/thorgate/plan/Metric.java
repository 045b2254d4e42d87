package io.kanoa.thorgate.plan;

import static io.kanoa.thorgate.plan.Statistic.MAX;
import static io.kanoa.thorgate.plan.Statistic.MEAN;
import static io.kanoa.thorgate.plan.Statistic.MIN;
import static io.kanoa.thorgate.plan.Statistic.P50;

import java.util.Arrays;
import java.util.Optional;

/** Every metric that a target may name, by its standard field name, with unit, direction and formula. */
public enum Metric {
    TIME_TO_FIRST_BYTE("time_to_first_byte", "ttfb", Unit.MILLISECONDS, false, P50, "first body byte - request sent"),
    TIME_TO_FIRST_TOKEN(
            "time_to_first_token",
            "ttft",
            Unit.MILLISECONDS,
            false,
            P50,
            "first generated token of any channel - request sent"),
    TIME_TO_FIRST_OUTPUT_TOKEN(
            "time_to_first_output_token",
            "ttfo",
            Unit.MILLISECONDS,
            false,
            P50,
            "first non-reasoning token - request sent"),
    INTER_TOKEN_LATENCY(
            "inter_token_latency",
            "itl",
            Unit.MILLISECONDS,
            false,
            P50,
            "(last content - first content) / (output tokens - tokens in the first chunk), per request"),
    INTER_CHUNK_LATENCY(
            "inter_chunk_latency",
            "icl",
            Unit.MILLISECONDS,
            false,
            P50,
            "gaps between content chunks, pooled over requests"),
    INTER_TOKEN_LATENCY_GROWTH(
            "inter_token_latency_growth",
            "itl_growth",
            Unit.TIMES,
            false,
            MEAN,
            "sum(time between tokens in the last quarter of each answer) / sum(the same in the first quarter)"),
    TIME_PER_OUTPUT_TOKEN(
            "time_per_output_token",
            "tpot",
            Unit.MILLISECONDS,
            false,
            P50,
            "(request_latency - time_to_first_token) / (output tokens - 1), per request"),
    OUTPUT_TOKEN_THROUGHPUT_PER_USER(
            "output_token_throughput_per_user",
            "decode_rate",
            Unit.TOKENS_PER_SECOND,
            true,
            MEAN,
            "sum(output tokens - tokens in the first chunk) / sum(last content - first content)"),
    REQUEST_LATENCY("request_latency", "e2el", Unit.MILLISECONDS, false, P50, "last content chunk - request sent"),
    PREFILL_THROUGHPUT_PER_USER(
            "prefill_throughput_per_user",
            "prefill_rate",
            Unit.TOKENS_PER_SECOND,
            true,
            MEAN,
            "sum(input tokens) / sum(time_to_first_token)"),
    OUTPUT_TOKEN_THROUGHPUT(
            "output_token_throughput",
            "throughput",
            Unit.TOKENS_PER_SECOND,
            true,
            MEAN,
            "output tokens / measured window"),
    REQUEST_THROUGHPUT(
            "request_throughput", "rps", Unit.REQUESTS_PER_SECOND, true, MEAN, "completed requests / measured window"),
    INPUT_SEQUENCE_LENGTH(
            "input_sequence_length", "isl", Unit.TOKENS, true, P50, "prompt tokens, from the server's usage"),
    OUTPUT_SEQUENCE_LENGTH(
            "output_sequence_length",
            "osl",
            Unit.TOKENS,
            true,
            P50,
            "completion tokens including reasoning, from the server's usage"),
    REASONING_TOKEN_COUNT(
            "reasoning_token_count",
            "reasoning_tokens",
            Unit.TOKENS,
            false,
            P50,
            "reasoning tokens, from the server's usage"),
    REASONING_TOKEN_SHARE(
            "reasoning_token_share",
            "reasoning_share",
            Unit.PERCENT,
            false,
            MEAN,
            "reasoning tokens / output tokens, by the server's counts"),
    IMAGE_TOKENS(
            "image_tokens",
            "image_isl",
            Unit.TOKENS,
            false,
            P50,
            "prompt tokens of a request with images - those of the same text without, by the server's usage in a probe with"
                    + " images of the same size; per request with images"),
    REQUEST_FAILURE_RATIO(
            "request_failure_ratio", "failures", Unit.PERCENT, false, MEAN, "failed or invalid requests / requests"),

    INTER_TOKEN_LATENCY_DEGRADATION(
            "inter_token_latency_degradation",
            "itl_degradation",
            Unit.TIMES,
            false,
            MEAN,
            "inter_token_latency beside the neighbour / the same alone, in one run"),
    TIME_TO_FIRST_TOKEN_DEGRADATION(
            "time_to_first_token_degradation",
            "ttft_degradation",
            Unit.TIMES,
            false,
            MEAN,
            "mean time_to_first_token beside the neighbour / the same alone, in one run"),
    BACKGROUND_COMPLETION_RATIO(
            "background_completion_ratio",
            "background_completion",
            Unit.PERCENT,
            true,
            MEAN,
            "background requests completed / scheduled while the foreground was measured"),

    BACKGROUND_REQUEST_LATENCY(
            "background_request_latency",
            "background_latency",
            Unit.MILLISECONDS,
            false,
            P50,
            "last content chunk - when the background request fell due, for those due while the foreground was measured"),
    BACKGROUND_BACKLOG_PEAK(
            "background_backlog_peak",
            "backlog",
            Unit.REQUESTS,
            false,
            MAX,
            "most background requests that were due and had not ended, while the foreground was measured"),

    VECTOR_QUERY_LATENCY(
            "vector_query_latency",
            "query_latency",
            Unit.MILLISECONDS,
            false,
            P50,
            "last row of the answer - when the vector query fell due, for those due while the chat was measured"),
    VECTOR_QUERY_LATENCY_ALONE(
            "vector_query_latency_alone",
            "query_latency_alone",
            Unit.MILLISECONDS,
            false,
            P50,
            "last row of the answer - when the vector query fell due, without a chat"),
    VECTOR_QUERY_LATENCY_DEGRADATION(
            "vector_query_latency_degradation",
            "query_degradation",
            Unit.TIMES,
            false,
            MEAN,
            "mean vector_query_latency while the chat was measured / the same without a chat, in one run"),
    VECTOR_QUERY_COMPLETION_RATIO(
            "vector_query_completion_ratio",
            "query_completion",
            Unit.PERCENT,
            true,
            MEAN,
            "vector queries answered in full / those that fell due while the chat was measured"),
    VECTOR_SEARCH_RECALL(
            "vector_search_recall",
            "recall",
            Unit.PERCENT,
            true,
            MEAN,
            "neighbours found by the index that exact search finds too / neighbours asked for, over a set of queries"),
    VECTOR_INDEX_BUILD_TIME(
            "vector_index_build_time",
            "index_time",
            Unit.SECONDS,
            false,
            MAX,
            "time of the statement that builds the index on the loaded vectors"),
    VECTOR_INDEX_MEMORY(
            "vector_index_memory",
            "index_memory",
            Unit.BYTES,
            false,
            MAX,
            "max proportional set size of the database's process tree while the index was built - the same just before"),
    DATABASE_MEMORY_PEAK(
            "database_memory_peak",
            "database_memory",
            Unit.BYTES,
            false,
            MAX,
            "max proportional set size of the database's process tree, from its start until its last query"),
    RETRIEVAL_TO_FIRST_TOKEN(
            "retrieval_to_first_token",
            "rag_ttft",
            Unit.MILLISECONDS,
            false,
            P50,
            "first generated token of an answer from retrieved text - when its vector query was sent"),

    VIN_AVERAGE_POWER(
            "vin_average_power",
            "vin_power",
            Unit.WATTS,
            false,
            MEAN,
            "board input energy / time, over request windows only"),
    GPU_AVERAGE_POWER(
            "gpu_average_power", "gpu_power", Unit.WATTS, false, MEAN, "GPU energy / time, over request windows only"),
    PACKAGE_AVERAGE_POWER(
            "package_average_power",
            "package_power",
            Unit.WATTS,
            false,
            MEAN,
            "CPU package energy / time, over request windows only"),
    RAILS_AVERAGE_POWER(
            "rails_average_power",
            "rails_power",
            Unit.WATTS,
            false,
            MEAN,
            "energy of all rails of the module without the board input / time, over request windows only"),
    BOARD_AVERAGE_POWER(
            "board_average_power",
            "board_power",
            Unit.WATTS,
            false,
            MEAN,
            "energy / time, over request windows only, of the board input (VIN) where it is measured, else of the sum of"
                    + " the rails; the channel is named with the value"),
    ENERGY_PER_OUTPUT_TOKEN(
            "energy_per_output_token",
            "energy_per_token",
            Unit.MILLIJOULES_PER_TOKEN,
            false,
            MEAN,
            "energy over request windows / output tokens; of the board input (VIN) where it is measured, else of the sum"
                    + " of the rails, else of GPU and CPU package; the channels are named with the value"),
    ENERGY_PER_OUTPUT_TOKEN_ABOVE_IDLE(
            "energy_per_output_token_above_idle",
            "energy_above_idle",
            Unit.MILLIJOULES_PER_TOKEN,
            false,
            MEAN,
            "(energy - idle power * time) over request windows / output tokens, of the same channels as"
                    + " energy_per_output_token; idle power is their mean over 2 s before the run started anything"),
    OUTPUT_TOKENS_PER_JOULE(
            "output_tokens_per_joule",
            "tokens_per_joule",
            Unit.TOKENS_PER_JOULE,
            true,
            MEAN,
            "output tokens / energy over request windows, of the same channels as energy_per_output_token"),

    GPU_TEMPERATURE_PEAK(
            "gpu_temperature_peak",
            "gpu_temperature",
            Unit.DEGREES_CELSIUS,
            false,
            MAX,
            "max temperature of the hottest GPU over the row"),
    GPU_AVERAGE_CLOCK(
            "gpu_average_clock", "gpu_clock", Unit.MEGAHERTZ, true, MEAN, "mean GPU clock, over request windows only"),
    THROTTLED_RATIO(
            "throttled_ratio",
            "throttled",
            Unit.PERCENT,
            false,
            MEAN,
            "time in which the GPU's driver or the kernel held clocks down / time, over request windows only; a power cap"
                    + " counts, being idle does not"),

    MEMORY_USED_PEAK(
            "memory_used_peak", "peak_memory", Unit.BYTES, false, MAX, "max(MemTotal - MemAvailable) over the row"),
    MEMORY_AVAILABLE_MIN(
            "memory_available_min", "memory_headroom", Unit.BYTES, true, MIN, "min(MemAvailable) over the row"),
    ENGINE_MEMORY_PEAK(
            "engine_memory_peak",
            "engine_memory",
            Unit.BYTES,
            false,
            MAX,
            "max proportional set size of the engine's process tree over the row"),
    ENGINE_GPU_MEMORY_PEAK(
            "engine_gpu_memory_peak",
            "engine_gpu_memory",
            Unit.BYTES,
            false,
            MAX,
            "max memory on GPUs that the driver counts for the engine's process tree, over the row"),
    ENGINE_MEMORY_OVERHEAD(
            "engine_memory_overhead",
            "memory_overhead",
            Unit.BYTES,
            false,
            MAX,
            "max(proportional set size of the engine's process tree) + max(its memory on GPUs, where there is a GPU) - bytes"
                    + " of the weights"),
    ENGINE_MEMORY_GROWTH(
            "engine_memory_growth",
            "memory_growth",
            Unit.BYTES,
            false,
            MAX,
            "max(proportional set size of the engine's process tree + its memory on GPUs, where there is a GPU) while requests"
                    + " ran - the same before the row's first request"),
    KEY_VALUE_CACHE_MEMORY(
            "key_value_cache_memory",
            "kv_cache",
            Unit.BYTES,
            false,
            MAX,
            "memory that the engine says it set aside for keys and values"),
    OUT_OF_MEMORY_KILLS(
            "out_of_memory_kills",
            "oom_kills",
            Unit.PROCESSES,
            false,
            MAX,
            "processes of any program that the kernel ended for want of memory over the row, containers included"),
    MEMORY_RETURNED_AFTER_UNLOAD(
            "memory_returned_after_unload",
            "memory_returned",
            Unit.BYTES,
            true,
            MIN,
            "MemAvailable after unload - MemAvailable just before"),

    MODEL_LOAD_TIME(
            "model_load_time", "load_time", Unit.SECONDS, false, P50, "start of the engine until it reports ready"),
    MODEL_SWAP_TIME(
            "model_swap_time",
            "swap_time",
            Unit.SECONDS,
            false,
            P50,
            "request to unload model 1 until the first generated token of model 2, whose files are not in the page cache"),
    MODEL_SWAP_TIME_WARM(
            "model_swap_time_warm",
            "swap_time_warm",
            Unit.SECONDS,
            false,
            P50,
            "the same with the files of model 2 in the page cache"),
    MODEL_SWAP_BACK_TIME(
            "model_swap_back_time",
            "swap_back_time",
            Unit.SECONDS,
            false,
            P50,
            "request to unload model 2 until the first generated token of model 1, whose files are not in the page cache"),
    MODEL_SWAP_BACK_TIME_WARM(
            "model_swap_back_time_warm",
            "swap_back_time_warm",
            Unit.SECONDS,
            false,
            P50,
            "the same with the files of model 1 in the page cache"),
    WEIGHTS_READ_RATE(
            "weights_read_rate",
            "read_rate",
            Unit.GIGABYTES_PER_SECOND,
            true,
            MEAN,
            "bytes of the files with model 2's weights / time to load them, in swaps with none of them in the page cache"),

    FORMATS_SERVED(
            "formats_served",
            "formats",
            Unit.PERCENT,
            true,
            MEAN,
            "weight formats of which a tiny model was loaded, held unconverted and gave tokens / formats asked for");

    private final String fieldName;
    private final String alias;
    private final Unit unit;
    private final boolean higherIsBetter;
    private final Statistic defaultStatistic;
    private final String formula;

    Metric(
            String fieldName,
            String alias,
            Unit unit,
            boolean higherIsBetter,
            Statistic defaultStatistic,
            String formula) {
        this.fieldName = fieldName;
        this.alias = alias;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
        this.defaultStatistic = defaultStatistic;
        this.formula = formula;
    }

    /** The standard name of the field, e.g. {@code time_to_first_token}. */
    public String fieldName() {
        return fieldName;
    }

    /** The short name that a plan may use instead, e.g. {@code ttft}. */
    public String alias() {
        return alias;
    }

    /** The unit in which values of this metric are kept. */
    public Unit unit() {
        return unit;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    public Statistic defaultStatistic() {
        return defaultStatistic;
    }

    /** How the value comes about, for people who read the results. */
    public String formula() {
        return formula;
    }

    /** The metric with this field name or alias. */
    public static Optional<Metric> of(String name) {
        return Arrays.stream(values())
                .filter(m -> m.fieldName.equals(name) || m.alias.equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return fieldName;
    }
}
