// Command kafkago-client drives the kafka-go library for the client tests.
//
// Records travel as JSON lines (bytes in base64): in on standard input for produce, out on standard output for
// consume. The library tells no offsets of what it wrote, so an acknowledgement has none, and it cannot tell null
// from empty when it reads. Exit code 1 means that the command as a whole failed.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	kafka "github.com/segmentio/kafka-go"
	"github.com/segmentio/kafka-go/gzip"
	"github.com/segmentio/kafka-go/lz4"
	"github.com/segmentio/kafka-go/snappy"
)

type record struct {
	Index     int     `json:"index"`
	Partition int     `json:"partition"`
	Offset    int64   `json:"offset"`
	Key       *[]byte `json:"key"`
	Value     *[]byte `json:"value"`
	Timestamp *int64  `json:"timestamp"`
}

type answer struct {
	Index     int    `json:"index"`
	Partition int    `json:"partition"`
	Error     string `json:"error,omitempty"`
	Code      *int   `json:"code,omitempty"`
}

var out = json.NewEncoder(os.Stdout)

func codeOf(err error) *int {
	if e, ok := err.(kafka.Error); ok {
		code := int(e)
		return &code
	}
	return nil
}

func fail(err error) {
	line := map[string]interface{}{"error": err.Error()}
	if code := codeOf(err); code != nil {
		line["code"] = *code
	}
	_ = out.Encode(line)
	os.Exit(1)
}

func bytesOrNil(p *[]byte) []byte {
	if p == nil {
		return nil
	}
	if *p == nil {
		return []byte{}
	}
	return *p
}

func codecNamed(name string) kafka.CompressionCodec {
	switch name {
	case "none":
		return nil
	case "gzip":
		return gzip.NewCompressionCodec()
	case "snappy":
		return snappy.NewCompressionCodec()
	case "lz4":
		return lz4.NewCompressionCodec()
	}
	fail(fmt.Errorf("no codec %q", name))
	return nil
}

func main() {
	if len(os.Args) < 2 {
		fail(fmt.Errorf("usage: kafkago-client COMMAND -broker HOST:PORT ..."))
	}
	command := os.Args[1]
	flags := flag.NewFlagSet(command, flag.ExitOnError)
	broker := flags.String("broker", "127.0.0.1:9092", "bootstrap address")
	topic := flags.String("topic", "", "topic")
	partition := flags.Int("partition", 0, "partition")
	offset := flags.Int64("offset", 0, "first offset")
	count := flags.Int("count", 0, "records to consume, or partitions to have")
	timeout := flags.Duration("timeout", 20*time.Second, "time limit")
	codec := flags.String("codec", "none", "none, gzip, snappy or lz4")
	acks := flags.Int("acks", -1, "1 or -1")
	batch := flags.Int("batch", 100, "records written in one request")
	retrySeconds := flags.Int("retry-seconds", 0, "go on trying a failed batch for so long")
	configs := flags.String("configs", "", "name=value,name=value")
	timestamp := flags.Int64("timestamp", 0, "timestamp in ms")
	_ = flags.Parse(os.Args[2:])

	switch command {
	case "produce":
		produce(*broker, *topic, *partition, codecNamed(*codec), *acks, *batch, *timeout, time.Duration(*retrySeconds)*time.Second)
	case "consume":
		consume(*broker, *topic, *partition, *offset, *count, *timeout)
	case "watermarks", "offset":
		conn := leader(*broker, *topic, *partition, *timeout)
		if command == "offset" {
			found, err := conn.ReadOffset(time.Unix(*timestamp/1000, *timestamp%1000*1000000))
			if err != nil {
				fail(err)
			}
			_ = out.Encode(map[string]int64{"offset": found})
			return
		}
		first, last, err := conn.ReadOffsets()
		if err != nil {
			fail(err)
		}
		_ = out.Encode(map[string]int64{"low": first, "high": last})
	default:
		administer(command, *broker, *topic, *count, *configs, *timeout)
	}
}

func leader(broker, topic string, partition int, timeout time.Duration) *kafka.Conn {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	conn, err := kafka.DialLeader(ctx, "tcp", broker, topic, partition)
	if err != nil {
		fail(err)
	}
	_ = conn.SetDeadline(time.Now().Add(timeout))
	return conn
}

// produce writes what standard input gives, some records a request, and answers for each once its request is
// acknowledged. A batch that failed is tried again on a fresh connection until retry is over.
func produce(broker, topic string, partition int, codec kafka.CompressionCodec, acks, batch int, timeout, retry time.Duration) {
	var conn *kafka.Conn
	dial := func() error {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		c, err := kafka.DialLeader(ctx, "tcp", broker, topic, partition)
		if err != nil {
			return err
		}
		if err := c.SetRequiredAcks(acks); err != nil {
			fail(err)
		}
		conn = c
		return nil
	}
	write := func(messages []kafka.Message) error {
		end := time.Now().Add(retry)
		for {
			var err error
			if conn == nil {
				err = dial()
			}
			if err == nil {
				_ = conn.SetDeadline(time.Now().Add(timeout))
				if _, err = conn.WriteCompressedMessages(codec, messages...); err == nil {
					return nil
				}
				if codeOf(err) == nil {
					_ = conn.Close()
					conn = nil
				}
			}
			if time.Now().After(end) {
				return err
			}
			time.Sleep(100 * time.Millisecond)
		}
	}

	var messages []kafka.Message
	var indexes []int
	flush := func() {
		if len(messages) == 0 {
			return
		}
		err := write(messages)
		for _, index := range indexes {
			line := answer{Index: index, Partition: partition}
			if err != nil {
				line.Error, line.Code = err.Error(), codeOf(err)
			}
			_ = out.Encode(line)
		}
		messages, indexes = nil, nil
	}
	scanner := bufio.NewScanner(os.Stdin)
	scanner.Buffer(make([]byte, 1<<20), 64<<20)
	for scanner.Scan() {
		var r record
		if err := json.Unmarshal(scanner.Bytes(), &r); err != nil {
			fail(err)
		}
		m := kafka.Message{Key: bytesOrNil(r.Key), Value: bytesOrNil(r.Value)}
		if r.Timestamp != nil {
			m.Time = time.Unix(*r.Timestamp/1000, *r.Timestamp%1000*1000000)
		}
		messages, indexes = append(messages, m), append(indexes, r.Index)
		if len(messages) >= batch {
			flush()
		}
	}
	flush()
}

// consume prints count records of one partition from an offset on.
func consume(broker, topic string, partition int, offset int64, count int, timeout time.Duration) {
	conn := leader(broker, topic, partition, timeout)
	if _, err := conn.Seek(offset, kafka.SeekAbsolute); err != nil {
		fail(err)
	}
	writer := bufio.NewWriter(os.Stdout)
	lines := json.NewEncoder(writer)
	end := time.Now().Add(timeout)
	for read := 0; read < count; {
		if time.Now().After(end) {
			_ = writer.Flush()
			fail(fmt.Errorf("timed out after %d of %d records", read, count))
		}
		batch := conn.ReadBatch(1, 8<<20)
		for read < count {
			m, err := batch.ReadMessage()
			if err != nil {
				if err != io.EOF && codeOf(err) != nil {
					_ = writer.Flush()
					fail(err)
				}
				break
			}
			r := record{Partition: partition, Offset: m.Offset}
			if m.Key != nil {
				r.Key = &m.Key
			}
			if m.Value != nil {
				r.Value = &m.Value
			}
			ms := m.Time.UnixNano() / 1000000
			r.Timestamp = &ms
			_ = lines.Encode(r)
			read++
		}
		if err := batch.Close(); err != nil {
			if code := codeOf(err); code == nil || *code != int(kafka.RequestTimedOut) {
				_ = writer.Flush()
				fail(err)
			}
		}
	}
	_ = writer.Flush()
}

// administer carries out one admin command and prints its result.
func administer(command, broker, topic string, count int, configs string, timeout time.Duration) {
	conn, err := kafka.Dial("tcp", broker)
	if err != nil {
		fail(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(timeout))
	result := map[string]interface{}{}
	switch command {
	case "create-topic":
		config := kafka.TopicConfig{Topic: topic, NumPartitions: count, ReplicationFactor: 1}
		for _, part := range strings.Split(configs, ",") {
			if at := strings.Index(part, "="); at > 0 {
				config.ConfigEntries = append(config.ConfigEntries, kafka.ConfigEntry{ConfigName: part[:at], ConfigValue: part[at+1:]})
			}
		}
		err = conn.CreateTopics(config)
	case "delete-topic":
		err = conn.DeleteTopics(topic)
	case "list-topics":
		var partitions []kafka.Partition
		if topic == "" {
			partitions, err = conn.ReadPartitions()
		} else {
			partitions, err = conn.ReadPartitions(topic)
		}
		counts := map[string]int{}
		for _, p := range partitions {
			counts[p.Topic]++
		}
		for name, n := range counts {
			result[name] = n
		}
	default:
		err = fmt.Errorf("unknown command %q", command)
	}
	if err != nil {
		fail(err)
	}
	_ = out.Encode(result)
}
