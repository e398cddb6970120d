/** The keys that checkpoints are signed and checked with: Ed25519, each named by its own hash. */
package dev.earshot.query.audit.key;
