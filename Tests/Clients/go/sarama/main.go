// Command sarama-client drives the Sarama library for the client tests.
//
// Records travel as JSON lines (bytes in base64): in on standard input for produce, out on standard output for
// consume. Every answer is one JSON line; an error carries Kafka's code where the library tells it. Exit code 1
// means that the command as a whole failed.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/Shopify/sarama"
)

type header struct {
	Key   string `json:"key"`
	Value []byte `json:"value"`
}

type record struct {
	Index     int      `json:"index"`
	Partition int32    `json:"partition"`
	Offset    int64    `json:"offset"`
	Key       *[]byte  `json:"key"`
	Value     *[]byte  `json:"value"`
	Headers   []header `json:"headers"`
	Timestamp *int64   `json:"timestamp"`
}

type answer struct {
	Index     int    `json:"index"`
	Partition int32  `json:"partition"`
	Offset    int64  `json:"offset"`
	Error     string `json:"error,omitempty"`
	Code      *int16 `json:"code,omitempty"`
}

var out = json.NewEncoder(os.Stdout)

func fail(err error) {
	line := map[string]interface{}{"error": err.Error()}
	if code := codeOf(err); code != nil {
		line["code"] = *code
	}
	_ = out.Encode(line)
	os.Exit(1)
}

// codeOf gives Kafka's error code inside err, if there is one.
func codeOf(err error) *int16 {
	switch e := err.(type) {
	case sarama.KError:
		code := int16(e)
		return &code
	case *sarama.TopicError:
		code := int16(e.Err)
		return &code
	case *sarama.TopicPartitionError:
		code := int16(e.Err)
		return &code
	case *sarama.ConsumerError:
		return codeOf(e.Err)
	case *sarama.ProducerError:
		return codeOf(e.Err)
	}
	return nil
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

func pointer(b []byte) *[]byte {
	if b == nil {
		return nil
	}
	return &b
}

var codecs = map[string]sarama.CompressionCodec{
	"none": sarama.CompressionNone, "gzip": sarama.CompressionGZIP, "snappy": sarama.CompressionSnappy,
	"lz4": sarama.CompressionLZ4, "zstd": sarama.CompressionZSTD,
}

func main() {
	if len(os.Args) < 2 {
		fail(fmt.Errorf("usage: sarama-client COMMAND -brokers HOST:PORT ..."))
	}
	command := os.Args[1]
	flags := flag.NewFlagSet(command, flag.ExitOnError)
	brokers := flags.String("brokers", "127.0.0.1:9092", "bootstrap addresses")
	version := flags.String("version", "2.1.0", "protocol version, as Kafka's release number")
	topic := flags.String("topic", "", "topic")
	partition := flags.Int("partition", 0, "partition; -1 lets the partitioner choose (produce)")
	offset := flags.Int64("offset", 0, "first offset, or the offset to delete before")
	count := flags.Int("count", 0, "records to consume, or partitions to have")
	timeout := flags.Duration("timeout", 20*time.Second, "time limit of consume")
	codec := flags.String("codec", "none", "none, gzip, snappy, lz4 or zstd")
	acks := flags.Int("acks", -1, "0, 1 or -1")
	idempotent := flags.Bool("idempotent", false, "idempotent producer")
	retries := flags.Int("retries", 3, "retries of the producer")
	maxBytes := flags.Int("max-bytes", 1000000, "largest message the producer sends")
	configs := flags.String("configs", "", "name=value,name=value")
	timestamp := flags.Int64("timestamp", 0, "timestamp in ms, -1 latest, -2 earliest")
	_ = flags.Parse(os.Args[2:])

	config := sarama.NewConfig()
	config.ClientID = "martlet-sarama-test"
	parsed, err := sarama.ParseKafkaVersion(*version)
	if err != nil {
		fail(err)
	}
	config.Version = parsed
	config.Producer.Compression = codecs[*codec]
	config.Producer.RequiredAcks = sarama.RequiredAcks(*acks)
	config.Producer.Return.Successes = true
	config.Producer.Return.Errors = true
	config.Producer.Retry.Max = *retries
	config.Producer.MaxMessageBytes = *maxBytes
	config.Producer.Partitioner = sarama.NewHashPartitioner
	if *partition >= 0 {
		config.Producer.Partitioner = sarama.NewManualPartitioner
	}
	config.Net.DialTimeout = 5 * time.Second
	config.Metadata.Retry.Max = 20
	config.Consumer.Return.Errors = true
	config.Consumer.Fetch.Default = 4 << 20
	if *idempotent {
		config.Producer.Idempotent = true
		config.Net.MaxOpenRequests = 1
	}
	addresses := strings.Split(*brokers, ",")

	switch command {
	case "produce":
		produce(addresses, config, *topic, int32(*partition))
	case "consume":
		consume(addresses, config, *topic, int32(*partition), *offset, *count, *timeout)
	case "offset":
		client, err := sarama.NewClient(addresses, config)
		if err != nil {
			fail(err)
		}
		found, err := client.GetOffset(*topic, int32(*partition), *timestamp)
		if err != nil {
			fail(err)
		}
		_ = out.Encode(map[string]int64{"offset": found})
	default:
		administer(command, addresses, config, *topic, int32(*partition), *offset, int32(*count), *configs)
	}
}

// produce sends what standard input gives, and answers each record as it is acknowledged or refused.
func produce(addresses []string, config *sarama.Config, topic string, partition int32) {
	producer, err := sarama.NewAsyncProducer(addresses, config)
	if err != nil {
		fail(err)
	}
	var done sync.WaitGroup
	var lock sync.Mutex
	writer := bufio.NewWriter(os.Stdout)
	lines := json.NewEncoder(writer)
	say := func(a answer) {
		lock.Lock()
		defer lock.Unlock()
		_ = lines.Encode(a)
		_ = writer.Flush()
	}
	done.Add(2)
	go func() {
		defer done.Done()
		for m := range producer.Successes() {
			say(answer{Index: m.Metadata.(int), Partition: m.Partition, Offset: m.Offset})
		}
	}()
	go func() {
		defer done.Done()
		for e := range producer.Errors() {
			say(answer{Index: e.Msg.Metadata.(int), Partition: e.Msg.Partition, Offset: -1, Error: e.Err.Error(), Code: codeOf(e.Err)})
		}
	}()

	scanner := bufio.NewScanner(os.Stdin)
	scanner.Buffer(make([]byte, 1<<20), 64<<20)
	for scanner.Scan() {
		var r record
		if err := json.Unmarshal(scanner.Bytes(), &r); err != nil {
			fail(err)
		}
		m := &sarama.ProducerMessage{Topic: topic, Partition: partition, Metadata: r.Index}
		if r.Key != nil {
			m.Key = sarama.ByteEncoder(bytesOrNil(r.Key))
		}
		if r.Value != nil {
			m.Value = sarama.ByteEncoder(bytesOrNil(r.Value))
		}
		for _, h := range r.Headers {
			m.Headers = append(m.Headers, sarama.RecordHeader{Key: []byte(h.Key), Value: h.Value})
		}
		if r.Timestamp != nil {
			m.Timestamp = time.Unix(*r.Timestamp/1000, *r.Timestamp%1000*1000000)
		}
		producer.Input() <- m
	}
	producer.AsyncClose()
	done.Wait()
}

// consume prints count records of one partition from an offset on.
func consume(addresses []string, config *sarama.Config, topic string, partition int32, offset int64, count int, timeout time.Duration) {
	consumer, err := sarama.NewConsumer(addresses, config)
	if err != nil {
		fail(err)
	}
	reader, err := consumer.ConsumePartition(topic, partition, offset)
	if err != nil {
		fail(err)
	}
	writer := bufio.NewWriter(os.Stdout)
	defer writer.Flush()
	lines := json.NewEncoder(writer)
	limit := time.After(timeout)
	for read := 0; read < count; read++ {
		select {
		case m := <-reader.Messages():
			r := record{Partition: m.Partition, Offset: m.Offset, Key: pointer(m.Key), Value: pointer(m.Value)}
			if !m.Timestamp.IsZero() {
				ms := m.Timestamp.UnixNano() / 1000000
				r.Timestamp = &ms
			}
			for _, h := range m.Headers {
				r.Headers = append(r.Headers, header{Key: string(h.Key), Value: h.Value})
			}
			_ = lines.Encode(r)
		case e := <-reader.Errors():
			_ = writer.Flush()
			fail(e)
		case <-limit:
			_ = writer.Flush()
			fail(fmt.Errorf("timed out after %d of %d records", read, count))
		}
	}
}

func pairs(text string) map[string]*string {
	found := map[string]*string{}
	for _, part := range strings.Split(text, ",") {
		if at := strings.Index(part, "="); at > 0 {
			value := part[at+1:]
			found[part[:at]] = &value
		}
	}
	return found
}

// administer carries out one admin command and prints its result.
func administer(command string, addresses []string, config *sarama.Config, topic string, partition int32, offset int64, count int32, configs string) {
	admin, err := sarama.NewClusterAdmin(addresses, config)
	if err != nil {
		fail(err)
	}
	defer admin.Close()
	result := map[string]interface{}{}
	switch command {
	case "create-topic":
		err = admin.CreateTopic(topic, &sarama.TopicDetail{NumPartitions: count, ReplicationFactor: 1, ConfigEntries: pairs(configs)}, false)
	case "delete-topic":
		err = admin.DeleteTopic(topic)
	case "create-partitions":
		err = admin.CreatePartitions(topic, count, nil, false)
	case "delete-records":
		err = admin.DeleteRecords(topic, map[int32]int64{partition: offset})
	case "alter-config":
		err = admin.AlterConfig(sarama.TopicResource, topic, pairs(configs), false)
	case "describe-config":
		var entries []sarama.ConfigEntry
		entries, err = admin.DescribeConfig(sarama.ConfigResource{Type: sarama.TopicResource, Name: topic})
		for _, entry := range entries {
			result[entry.Name] = entry.Value
		}
	case "list-topics":
		var topics map[string]sarama.TopicDetail
		topics, err = admin.ListTopics()
		for name, detail := range topics {
			result[name] = detail.NumPartitions
		}
	case "describe-topic":
		var found []*sarama.TopicMetadata
		found, err = admin.DescribeTopics([]string{topic})
		for _, t := range found {
			if t.Err != sarama.ErrNoError {
				fail(t.Err)
			}
			ids := []int{}
			for _, p := range t.Partitions {
				ids = append(ids, int(p.ID))
			}
			sort.Ints(ids)
			result["name"], result["partitions"] = t.Name, ids
		}
	case "describe-cluster":
		var nodes []*sarama.Broker
		nodes, _, err = admin.DescribeCluster()
		list := []string{}
		for _, node := range nodes {
			list = append(list, node.Addr())
		}
		sort.Strings(list)
		result["nodes"] = list
	default:
		err = fmt.Errorf("unknown command %q", command)
	}
	if err != nil {
		fail(err)
	}
	_ = out.Encode(result)
}
