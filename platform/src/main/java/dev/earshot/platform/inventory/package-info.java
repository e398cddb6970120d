/** What every table holds on a person, said by the module whose table it is: for exports, and for whoever asks. */
package dev.earshot.platform.inventory;
