package io.kanoa.thorgate.stream;

/** What kind of generated text a chunk carries. */
public enum Channel {
    CONTENT,
    REASONING,
    TOOL_CALL
}
