import urllib.error
import urllib.request

import boto3
import pytest


def create_studio(name):
    """The code under test."""
    return boto3.client("ivs").create_channel(name=name, authorized=True)["channel"]


def test_private_channel_requires_a_token(control):
    studio = create_studio("main")
    control(f"channels/{studio['arn']}/stream", {"state": "LIVE"})
    assert boto3.client("ivs").get_stream(channelArn=studio["arn"])["stream"]["state"] == "LIVE"
    with pytest.raises(urllib.error.HTTPError) as rejected:
        urllib.request.urlopen(studio["playbackUrl"])
    assert rejected.value.code == 403


def test_each_test_starts_without_channels(control):
    assert boto3.client("ivs").list_channels()["channels"] == []


def test_studio_is_not_created_if_access_is_denied(control):
    control("faults", {"operation": "CreateChannel", "code": "AccessDeniedException"})
    with pytest.raises(boto3.client("ivs").exceptions.AccessDeniedException):
        create_studio("main")


def test_throttling_is_retried(control):
    control("faults", {"operation": "CreateChannel", "code": "ThrottlingException", "times": 1})
    assert create_studio("main")["name"] == "main"
