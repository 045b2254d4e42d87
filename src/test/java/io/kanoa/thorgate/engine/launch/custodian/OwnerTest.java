package io.kanoa.thorgate.engine.launch.custodian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerTest {

    private static final ProcessId NOBODY = new ProcessId(999_999_999, 1);

    private final Owner us = Owner.current();

    @Test
    void textOfAnOwner_isReadBack() {
        assertThat(Owner.parse(us.toString())).contains(us);
        assertThat(Owner.parse("<no value>")).isEmpty();
    }

    @Test
    void deadOwner_ofTheSameUserAndPlace_mayBeReaped() {
        assertThat(us.mayReap(new Owner(NOBODY, us.user(), us.place()))).isTrue();
    }

    @Test
    void numberThatWasGivenAnew_isAnotherProcess() {
        ProcessId earlier = new ProcessId(us.process().pid(), us.process().start() - 1);
        assertThat(us.mayReap(new Owner(earlier, us.user(), us.place()))).isTrue();
    }

    @Test
    void liveOwner_andOneOfAnotherUserOrPlace_mayNot() {
        assertThat(us.mayReap(us)).isFalse();
        assertThat(us.mayReap(new Owner(NOBODY, "somebody", us.place()))).isFalse();
        assertThat(us.mayReap(new Owner(NOBODY, us.user(), "elsewhere"))).isFalse();
    }

    @Test
    void marker_isReadBack() {
        Marker marker = new Marker(us, "run", 7);
        assertThat(Marker.parse(marker.toString())).contains(marker);
        assertThat(Marker.parse("run/7")).isEmpty();
    }
}
