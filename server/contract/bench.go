package contract

import (
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"
)

// Bench measures what devices ask for most, the timestamp, by many at once: requests a second, and the time that one in a
// hundred exceeds.
func Bench(b *testing.B, h *Host) {
	newAuthor(b).first(h)
	var mutex sync.Mutex
	var all []time.Duration
	b.SetParallelism(16) // times the cores
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		var own []time.Duration
		for pb.Next() {
			start := time.Now()
			got, err := h.get(b.Context(), "metadata/timestamp.json")
			if err != nil || got.code != http.StatusOK {
				b.Errorf("answer %d %v", got.code, err)
				return
			}
			own = append(own, time.Since(start))
		}
		mutex.Lock()
		defer mutex.Unlock()
		all = append(all, own...)
	})
	slices.Sort(all)
	b.ReportMetric(float64(len(all))/b.Elapsed().Seconds(), "requests/s")
	b.ReportMetric(all[len(all)*99/100].Seconds()*1000, "p99-ms")
}
