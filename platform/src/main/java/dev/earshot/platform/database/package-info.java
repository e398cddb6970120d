/**
 * The database: a PostgreSQL of the house's own, or the one that the settings name.
 *
 * <p>Tests take a fresh database from one cluster per JVM: see {@code IntegrationTest} and {@code TestDatabase} in the tests
 * of this module, which the other modules see as a test-jar.
 */
package dev.earshot.platform.database;
