terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.36"
    }
  }
}

# AWS_ENDPOINT_URL_IVS selects the emulator. The provider does not call other AWS services.
provider "aws" {
  region                      = "us-west-2"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

resource "aws_ivs_channel" "studio" {
  name       = "studio"
  authorized = true
  tags = {
    team = "live"
  }
}

output "playback_url" {
  value = aws_ivs_channel.studio.playback_url
}
