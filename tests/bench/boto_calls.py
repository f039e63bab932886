"""Prints the time of the first call in ms, or the calls per second in 300 calls. Usage: boto_calls.py URL CHANNEL_ARN first|warm."""

import sys
import time

import boto3

url, channel, mode = sys.argv[1:]
start = time.perf_counter()
client = boto3.client("ivs", endpoint_url=url)
if mode == "first":
    client.create_stream_key(channelArn=channel)
    print((time.perf_counter() - start) * 1000)
else:
    for _ in range(100):
        client.get_channel(arn=channel)
    start = time.perf_counter()
    for _ in range(300):
        client.get_channel(arn=channel)
    print(300 / (time.perf_counter() - start))
