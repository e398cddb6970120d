package dev.earshot.api.account;

/** What an account may be; one account may be several. */
public enum Role {
    MEMBER,
    LISTENER,
    SUPERVISOR,
    ADMIN,
    SUPERADMIN,
    FINANCE
}
