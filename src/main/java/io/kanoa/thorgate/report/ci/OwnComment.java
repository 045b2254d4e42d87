package io.kanoa.thorgate.report.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.OptionalLong;

/** Finds our own comment among those of a pull or merge request, so that it is replaced rather than repeated. */
public final class OwnComment {

    private OwnComment() {}

    /** Reads the list of comments, as GitHub's or GitLab's programming interface gives it, and prints our comment's id, if there is one. */
    public static void main(String[] arguments) {
        try {
            id(new ObjectMapper().readTree(System.in), arguments[0]).ifPresent(System.out::println);
        } catch (IOException e) {
            System.err.println("no list of comments: " + e.getMessage());
            System.exit(1);
        }
    }

    static OptionalLong id(JsonNode comments, String mark) {
        return RunFile.stream(comments)
                .filter(comment -> comment.path("body").asText().startsWith("<!-- " + mark + " -->"))
                .mapToLong(comment -> comment.path("id").asLong())
                .filter(id -> id > 0)
                .findFirst();
    }
}
