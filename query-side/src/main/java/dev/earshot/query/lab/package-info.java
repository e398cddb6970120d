/** The pricing lab: real calls under other terms, by the code that charges live ones. It writes nothing and calls nobody. */
package dev.earshot.query.lab;
