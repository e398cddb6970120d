/** What the processes of this module hold on people. */
package dev.earshot.saga.person;
