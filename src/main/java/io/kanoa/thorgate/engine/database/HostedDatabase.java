package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.plan.DatabaseSpec;
import java.sql.Connection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** A database that we started. */
final class HostedDatabase implements RunningDatabase {

    private static final int LOG_LINES = 20;

    private final DatabaseSpec spec;
    private final Hosted hosted;
    private final String place;
    private final Session session;

    private HostedDatabase(DatabaseSpec spec, Hosted hosted, String place, Session session) {
        this.spec = spec;
        this.hosted = hosted;
        this.place = place;
        this.session = session;
    }

    /** @throws EngineException if it can't be used; it is ended then */
    static HostedDatabase open(
            DatabaseSpec spec, Hosted hosted, String place, Access access, Function<Connection, Loader> loaders) {
        try {
            Session session = Session.open(
                    access,
                    loaders,
                    what -> new EngineException(
                            "the vector database " + spec + " (" + hosted.state() + ") " + what,
                            hosted.logTail(LOG_LINES)));
            return new HostedDatabase(spec, hosted, place, session);
        } catch (EngineException e) {
            hosted.end();
            throw e;
        }
    }

    @Override
    public DatabaseFacts facts() {
        Extension extension = session.extension();
        return new DatabaseFacts(spec.id(), extension.database(), extension.version(), place, spec.isJudged());
    }

    @Override
    public VectorTable table(int dimension) {
        return session.table(dimension);
    }

    @Override
    public OptionalLong processId() {
        return hosted.pid();
    }

    @Override
    public boolean isAlive() {
        return hosted.isAlive();
    }

    @Override
    public String state() {
        return hosted.state();
    }

    @Override
    public List<String> logTail(int lines) {
        return hosted.logTail(lines);
    }

    @Override
    public void close() {
        try {
            session.close();
        } finally {
            hosted.end();
        }
    }
}
