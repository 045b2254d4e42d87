package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.plan.DatabaseSpec;
import java.util.List;
import java.util.OptionalLong;

/** A database that runs already. It is left as it was found. */
final class AttachedDatabase implements RunningDatabase {

    private final DatabaseSpec spec;
    private final Access access;
    private final Session session;

    private AttachedDatabase(DatabaseSpec spec, Access access, Session session) {
        this.spec = spec;
        this.access = access;
        this.session = session;
    }

    /** @throws EngineException if it can't be used */
    static AttachedDatabase open(DatabaseSpec spec, Access access) {
        Session session = Session.open(
                access,
                CopyLoader::new,
                what -> new EngineException(
                        "the vector database " + spec + " at " + access.address() + " " + what, List.of()));
        return new AttachedDatabase(spec, access, session);
    }

    @Override
    public DatabaseFacts facts() {
        Extension extension = session.extension();
        return new DatabaseFacts(
                spec.id(),
                extension.database(),
                extension.version(),
                "attached to " + access.address(),
                spec.isJudged());
    }

    @Override
    public VectorTable table(int dimension) {
        return session.table(dimension);
    }

    @Override
    public OptionalLong processId() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isAlive() {
        return session.answers();
    }

    @Override
    public String state() {
        return isAlive() ? "answers" : "answers no more";
    }

    @Override
    public List<String> logTail(int lines) {
        return List.of();
    }

    @Override
    public void close() {
        session.close();
    }
}
