/** The sandbox's network as a sender of hooks: it keeps what it has to tell, and sends it until it is taken. */
package dev.earshot.adapter.payments.sandbox.hook;
