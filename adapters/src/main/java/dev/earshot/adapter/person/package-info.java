/** What the adapters hold on people. */
package dev.earshot.adapter.person;
