package io.github.orgswitcher.passwordless;

import java.util.List;
import java.util.Set;

/** How it was settled whose account an address opens. */
sealed interface Settlement {

    /**
     * It opens this one.
     *
     * @param setAside the accounts that have lost the address to it, whose sessions end
     * @param renamed what those are to be told who have lost their user name to it
     */
    record Owner(String userId, List<String> setAside, List<LostNameMail> renamed) implements Settlement {

        public Owner {
            setAside = List.copyOf(setAside);
            renamed = List.copyOf(renamed);
        }

        Owner(String userId) {
            this(userId, List.of(), List.of());
        }
    }

    /** Nothing has changed yet: there is an account that would lose the address, and has something to lose with it. */
    record AtStake() implements Settlement {}

    /** Nothing has changed yet: others stand on record with the address than those whose records are locked. */
    record Lock(Set<String> userIds) implements Settlement {

        public Lock {
            userIds = Set.copyOf(userIds);
        }
    }
}
