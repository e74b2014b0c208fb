package main

import (
	"bufio"
	"bytes"
	"io"
	"runtime"
)

// batchLines is how many lines one core takes at a time: enough that handing them over costs nothing.
const batchLines = 256

// batch is some lines of a long input, and what became of them.
type batch struct {
	first   int // number of the first line, from 1
	lines   [][]byte
	answers bytes.Buffer
	code    int
	bad     []error
	done    chan struct{}
}

// inOrder reads lines in batches, works on them on all cores, and hands them on in their order. At most a few batches a core
// are in memory at once. The error is the reader's.
func inOrder(in io.Reader, work, next func(*batch)) error {
	cores := runtime.GOMAXPROCS(0)
	jobs := make(chan *batch)
	order := make(chan *batch, 2*cores)
	for range cores {
		go func() {
			for b := range jobs {
				work(b)
				close(b.done)
			}
		}()
	}
	var err error
	go func() {
		err = readBatches(in, func(b *batch) {
			order <- b
			jobs <- b
		})
		close(jobs)
		close(order)
	}()
	for b := range order {
		<-b.done
		next(b)
	}
	return err
}

// readBatches cuts the input into batches of lines.
func readBatches(in io.Reader, send func(*batch)) error {
	scanner := bufio.NewScanner(in)
	scanner.Buffer(make([]byte, 64<<10), maxLine)
	number := 1
	b := &batch{first: number, done: make(chan struct{})}
	for ; scanner.Scan(); number++ {
		if len(b.lines) == batchLines {
			send(b)
			b = &batch{first: number, done: make(chan struct{})}
		}
		b.lines = append(b.lines, bytes.Clone(scanner.Bytes()))
	}
	send(b)
	return scanner.Err()
}
