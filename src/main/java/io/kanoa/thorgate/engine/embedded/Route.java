package io.kanoa.thorgate.engine.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** An address of the API: checks the method and turns what goes wrong into error replies. */
final class Route implements HttpHandler {

    private final String method;
    private final String path;
    private final Action action;

    Route(String method, String path, Action action) {
        this.method = method;
        this.path = path;
        this.action = action;
    }

    /** What an address does. */
    @FunctionalInterface
    interface Action {
        void answer(Exchange exchange) throws IOException;
    }

    String path() {
        return path;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        try (http) {
            answer(http);
        }
    }

    private void answer(HttpExchange http) throws IOException {
        Exchange exchange = new Exchange(http);
        try {
            check(http);
            action.answer(exchange);
        } catch (ApiError e) {
            exchange.reply(e);
        } catch (RuntimeException e) {
            exchange.reply(ApiError.internal(e.toString()));
        }
    }

    private void check(HttpExchange http) {
        if (!http.getRequestURI().getPath().equals(path)) {
            throw ApiError.notFound(
                    "There is nothing at " + http.getRequestURI().getPath());
        }
        if (!http.getRequestMethod().equals(method)) {
            throw ApiError.wrongMethod(path + " takes " + method + " only");
        }
    }
}
