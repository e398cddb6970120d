package dev.earshot.api.account;

import java.util.Set;

/** The answer to {@link AccountCommand.RegisterAccount}: all the roles the account has now, which its session carries. */
public record RolesHeld(Set<Role> roles) {}
