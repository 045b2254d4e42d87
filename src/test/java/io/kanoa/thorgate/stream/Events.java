package io.kanoa.thorgate.stream;

/** Events as engines send them. */
final class Events {

    static final String ROLE = delta("\"role\":\"assistant\",\"content\":\"\"");
    static final String DONE = data("[DONE]");

    private Events() {}

    static String data(String json) {
        return "data: " + json + "\n\n";
    }

    static String delta(String fields) {
        return data("{\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":{" + fields + "},\"logprobs\":null,\"finish_reason\":null}]}");
    }

    static String content(String text) {
        return delta("\"content\":\"" + text + "\"");
    }

    static String reasoning(String text) {
        return delta("\"reasoning_content\":\"" + text + "\"");
    }

    static String finish(String reason) {
        return data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}],\"usage\":null}");
    }

    static String usage(int prompt, int completion) {
        return data("{\"choices\":[],\"usage\":" + usageObject(prompt, completion) + "}");
    }

    static String usageObject(int prompt, int completion) {
        return "{\"prompt_tokens\":" + prompt + ",\"completion_tokens\":" + completion + ",\"total_tokens\":"
                + (prompt + completion) + "}";
    }

    /** What follows the tokens of a proper answer. */
    static String ending(int prompt, int completion) {
        return finish("length") + usage(prompt, completion) + DONE;
    }

    static String ollamaChat(String messageFields) {
        return "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                + messageFields + "},\"done\":false}\n";
    }

    static String ollamaEnd(int prompt, int completion) {
        return "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,"
                + "\"done_reason\":\"length\",\"total_duration\":2351000000,\"load_duration\":1000000,"
                + "\"prompt_eval_count\":" + prompt + ",\"prompt_eval_duration\":250000000,\"eval_count\":"
                + completion + ",\"eval_duration\":2000000000}\n";
    }
}
