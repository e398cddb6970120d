/** The log folded for replay: what came to each wallet, and what each call lived through, small enough to read again and again. */
package dev.earshot.query.lab.tape;
