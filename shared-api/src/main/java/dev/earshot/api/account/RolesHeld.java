package dev.earshot.api.account;

import java.util.Set;

/** The answer to {@link AccountCommand.RegisterAccount}: all the roles the account has now. */
public record RolesHeld(Set<Role> roles) {}
