package io.kanoa.thorgate.engine.llamaserver;

import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.server.FakeHosted;
import io.kanoa.thorgate.engine.server.ScriptedHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Runs nothing: answers for a llama-server that prints what it is given, and serves where it was told to. */
final class FakeLauncher implements Launcher {

    static final List<String> VERSION =
            List.of("version: 0.1.0-dev (build 1, commit 7e4c0a9)", "built with GNU 11.4.0");
    static final List<String> LOG = List.of(
            "0.00.010.155 I srv    load_model: loading model 'model.gguf'",
            "0.00.010.175 I srv  llama_server: model loaded");

    private final List<String> help;
    private final List<String> log;
    private final List<Invocation> invocations = new ArrayList<>();

    FakeLauncher(List<String> help, List<String> log) {
        this.help = help;
        this.log = log;
    }

    /** All that was launched, in order. */
    List<Invocation> invocations() {
        return invocations;
    }

    /** The one that serves. */
    Invocation server() {
        return invocations.get(invocations.size() - 1);
    }

    @Override
    public void prepare(Invocation invocation) {}

    @Override
    public Hosted launch(Invocation invocation) {
        invocations.add(invocation);
        if (invocation.arguments().equals(List.of("--version"))) {
            return FakeHosted.ended(0, VERSION.toArray(String[]::new));
        }
        if (invocation.arguments().equals(List.of("--help"))) {
            return FakeHosted.ended(0, help.toArray(String[]::new));
        }
        return serve(invocation);
    }

    private Hosted serve(Invocation invocation) {
        try {
            ScriptedHttp server = ScriptedHttp.onPort(invocation.port()).answering("/health", 200, "{}");
            return FakeHosted.running(invocation.arguments(), log, server::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
